import { CaseView } from "@/components/case/case-view";
import { getFirstCase } from "@/lib/content/cases";
import { pageMetadata } from "@/lib/metadata";

export const generateMetadata = () => pageMetadata(getFirstCase());

export default function StartPage() {
  const first = getFirstCase();
  return <CaseView question={first} first={first} />;
}
